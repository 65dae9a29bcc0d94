"use strict";

/* The console works without this script. With it, the playground renders while one writes, and the fleet keeps itself up to date. */
(() => {
  const EDITORS = ["document", "hints", "data"];
  const PARTS = ["codemirror", "codemirror-json", "codemirror-brackets", "codemirror-lint", "codemirror-hint"];
  const VERSION = "5.65.19";
  const PAUSE = 400;

  const element = (name, attributes, text) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.textContent = text || "";
    return made;
  };

  const loaded = (made, source) =>
    new Promise((done, failed) => {
      made.onload = done;
      made.onerror = () => failed(new Error(source));
      document.head.append(made);
    });

  const script = (name) => {
    const made = element("script", {});
    made.src = `/assets/${name}-${VERSION}.js`;
    return loaded(made, name);
  };

  const style = (name) => loaded(element("link", { rel: "stylesheet", href: `/assets/${name}-${VERSION}.css` }), name);

  /* Stylesheets of the editor come before ours, which adapts them. */
  const editorParts = async () => {
    await Promise.all(["codemirror", "codemirror-lint", "codemirror-hint"].map(style));
    document.head.append(document.querySelector('link[href$="console.css"]'));
    for (const part of PARTS) {
      await script(part);
    }
  };

  const page = async (address, options) => {
    const answer = await fetch(address, options);
    if (!(answer.headers.get("content-type") || "").startsWith("text/html")) {
      const problem = await answer.json();
      throw new Error(problem.detail);
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /* Base64 as addresses have it. */
  const packed = async (text) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = "";
    bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  const unpacked = (text) => {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  };

  class Playground {
    constructor(form) {
      this.form = form;
      this.status = element("p", { class: "console-status", role: "status" });
      form.querySelector(".console-actions").after(this.status);
      this.editors = new Map();
      this.findings = new Map();
      this.timer = 0;
      this.asking = null;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.update(event.submitter ? event.submitter.value : "render");
      });
      form.addEventListener("change", (event) => event.target.matches("select") && this.later());
      this.decorate();
    }

    control(name) {
      return this.form.elements.namedItem(`root_${name}`);
    }

    async edit() {
      await editorParts();
      const answer = await fetch("/assets/console-vocabulary.json");
      this.vocabulary = await answer.json();
      EDITORS.forEach((name) => this.editors.set(name, this.editor(name)));
      if (location.hash.startsWith("#d=")) {
        this.fill(JSON.parse(await unpacked(location.hash.slice(3))));
      }
      this.mark();
    }

    editor(name) {
      const area = this.control(name);
      const label = this.form.querySelector(`label[for="${area.id}"]`);
      const made = CodeMirror.fromTextArea(area, {
        mode: { name: "javascript", json: true },
        lineNumbers: true,
        lineWrapping: true,
        tabSize: 2,
        viewportMargin: 60,
        autoCloseBrackets: true,
        screenReaderLabel: label.textContent,
        gutters: ["CodeMirror-lint-markers"],
        lint: { getAnnotations: () => this.findings.get(name) || [], lintOnChange: false },
        hintOptions: { hint: (cm) => this.hint(name, cm), completeSingle: false },
        extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Space": "autocomplete" },
      });
      label.addEventListener("click", () => made.focus());
      made.getScrollerElement().tabIndex = 0; /* what scrolls is scrolled with the keyboard, too */
      made.on("change", () => this.later());
      made.on("inputRead", (cm, change) => change.text[0] === '"' && cm.showHint());
      return made;
    }

    /* Names where a name is written, and values where those of the name are known. */
    hint(name, cm) {
      const cursor = cm.getCursor();
      const token = cm.getTokenAt(cursor);
      if (!token.string.startsWith('"')) {
        return null;
      }
      const before = cm.getLine(cursor.line).slice(0, token.start);
      const key = before.match(/"([^"]*)"\s*:\s*\[?\s*$/);
      const words = key ? this.vocabulary.values[key[1]] : this.vocabulary.names[name];
      const begun = token.string.slice(1, cursor.ch - token.start);
      const isClosed = token.string.length > 1 && token.string.endsWith('"');
      return {
        list: (words || []).filter((word) => word.startsWith(begun)),
        from: { line: cursor.line, ch: token.start + 1 },
        to: { line: cursor.line, ch: token.end - (isClosed ? 1 : 0) },
      };
    }

    fill(draft) {
      Object.entries(draft).forEach(([name, value]) => {
        if (this.editors.has(name)) {
          this.editors.get(name).setValue(value);
        } else if (this.control(name)) {
          this.control(name).value = value;
        }
      });
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.update("render"), PAUSE);
    }

    async update(what) {
      clearTimeout(this.timer);
      this.editors.forEach((editor) => editor.save());
      if (this.asking) {
        this.asking.abort();
      }
      const asking = new AbortController();
      this.asking = asking;
      const body = new URLSearchParams(new FormData(this.form));
      body.set("do", what);
      try {
        const answer = await page(this.form.action, { method: "POST", body, signal: asking.signal });
        this.show(answer.getElementById("result"));
      } catch (failure) {
        if (failure.name !== "AbortError") {
          this.status.textContent = failure.message;
        }
      }
    }

    show(result) {
      const tabs = [...document.querySelectorAll("#result .p-tabs > details")];
      const open = tabs.findIndex((tab) => tab.open);
      document.getElementById("result").replaceWith(document.importNode(result, true));
      document.querySelectorAll("#result .p-tabs > details").forEach((tab, index) => {
        tab.open = index === Math.max(0, open);
      });
      this.decorate();
      this.mark();
    }

    decorate() {
      const result = document.getElementById("result");
      const found = result.querySelectorAll(".console-findings > li").length;
      const isRendered = result.querySelector(".console-preview") !== null;
      this.status.textContent = `${isRendered ? "Rendered" : "Not rendered"}${found ? `, ${found} found` : ""}.`;
      result.querySelectorAll(".console-preview").forEach((link) => {
        const frame = element("iframe", { class: "console-frame", title: "The page", sandbox: "" });
        frame.src = link.href;
        link.after(frame);
      });
      result.querySelectorAll(".console-copy").forEach((source) => {
        const button = element("button", { type: "button", class: "p-button p-small" }, "Copy");
        button.addEventListener("click", async () => {
          await navigator.clipboard.writeText(source.textContent);
          button.textContent = "Copied";
        });
        source.before(button);
      });
      result.querySelectorAll(".console-link").forEach((link) => this.carry(link));
    }

    /* The link holds all that is written, so that it needs nothing that is kept anywhere. */
    async carry(link) {
      const draft = {};
      [...EDITORS, "dialect", "theme", "locale", "name"].forEach((name) => (draft[name] = this.control(name).value));
      link.href = `/console/#d=${await packed(JSON.stringify(draft))}`;
    }

    /* What was found is marked where it was written. */
    mark() {
      this.findings.clear();
      document.querySelectorAll("#result .console-findings > li").forEach((line) => {
        const link = line.querySelector(".console-place");
        const place = link && link.textContent.match(/^(\w+) (\d+):(\d+)$/);
        if (place && this.editors.has(place[1])) {
          const from = { line: place[2] - 1, ch: place[3] - 1 };
          const message = line.querySelector(".p-text").textContent;
          const severity = line.querySelector(".p-badge").textContent;
          const known = this.findings.get(place[1]) || [];
          this.findings.set(place[1], [...known, { from, to: { line: from.line, ch: from.ch + 1 }, message, severity }]);
          link.addEventListener("click", (event) => {
            event.preventDefault();
            this.editors.get(place[1]).setCursor(from);
            this.editors.get(place[1]).focus();
          });
        }
      });
      this.editors.forEach((editor) => editor.performLint());
    }
  }

  class Fleet {
    constructor() {
      this.isPaused = false;
      this.button = element("button", { type: "button", class: "p-button p-small" }, "Pause");
      this.button.addEventListener("click", () => {
        this.isPaused = !this.isPaused;
        this.button.textContent = this.isPaused ? "Go on" : "Pause";
      });
      document.getElementById("live").before(this.button);
      const events = new EventSource("/console/events");
      events.addEventListener("performance", () => this.refresh());
    }

    async refresh() {
      if (this.isPaused || document.hidden) {
        return;
      }
      const answer = await page(location.href);
      const live = document.getElementById("live");
      const open = [...live.querySelectorAll("details")].map((one) => one.open);
      live.replaceChildren(...document.importNode(answer.getElementById("live"), true).childNodes);
      live.querySelectorAll("details").forEach((one, index) => (one.open = open[index] || false));
    }
  }

  const bench = document.querySelector(".console-bench");
  if (bench) {
    const playground = new Playground(bench.closest("form"));
    playground.edit();
  }
  if (document.getElementById("live")) {
    new Fleet();
  }
})();

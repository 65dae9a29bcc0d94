// The renderer of the json-forms dialect: a document in, the static markup of its form out. Every renderer and cell is
// wrapped into an element that names the data path it stands for, because the ids of the markup do not. Categories are
// asked for all at once: the renderer has one of them in the page, and the others when a script has chosen them.
import { createRequire } from 'node:module';
import { answer } from './frames.mjs';

// All of them by the same door: React must not be there twice.
const require = createRequire(import.meta.url);
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { composePaths, toDataPath } = require('@jsonforms/core');
const { JsonForms } = require('@jsonforms/react');
const vanilla = require('@jsonforms/vanilla-renderers');

// The last ones stand for what no other can show: they leave an empty element at the path.
const nothing = { tester: () => 0, renderer: () => null };
const renderers = [...vanilla.vanillaRenderers, nothing].map(({ tester, renderer }) => ({
  tester,
  renderer: named(renderer, ({ path, uischema }) =>
    uischema?.scope ? composePaths(path ?? '', toDataPath(uischema.scope)) : undefined,
  ),
}));
const cells = [...vanilla.vanillaCells, { tester: () => 0, cell: () => null }].map(({ tester, cell }) => ({
  tester,
  cell: named(cell, ({ path }) => path),
}));
const CATEGORIES = ['Categorization', 'Category'];

answer((bytes) => {
  const { schema, uischema, data, config } = JSON.parse(bytes.toString('utf8'));
  const properties = { schema, uischema: inSight(uischema), data, config, renderers, cells };
  return renderToStaticMarkup(createElement(JsonForms, properties));
});

function inSight(element) {
  if (!element) {
    return element;
  }
  const { type, elements, options } = element;
  return {
    ...element,
    type: CATEGORIES.includes(type) ? 'VerticalLayout' : type,
    ...(elements && { elements: elements.map(inSight) }),
    ...(options?.detail?.type && { options: { ...options, detail: inSight(options.detail) } }),
  };
}

function named(component, pathOf) {
  return (properties) => {
    const element = createElement(component, properties);
    const path = pathOf(properties);
    return path === undefined ? element : createElement('div', { 'data-path': path }, element);
  };
}

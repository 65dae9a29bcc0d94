import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { document, measure } from './measure.mjs';

measure(() => renderToStaticMarkup(createElement(JsonForms, {
  schema: document.schema,
  data: document.data,
  renderers: vanillaRenderers,
  cells: vanillaCells,
})));

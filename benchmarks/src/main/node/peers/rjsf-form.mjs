import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import rjsf from '@rjsf/core';
import ajv from '@rjsf/validator-ajv8';
import { document, measure } from './measure.mjs';

const Form = rjsf.default ?? rjsf;
const validator = ajv.default ?? ajv;

measure(() => renderToStaticMarkup(
  createElement(Form, { schema: document.schema, formData: document.data, validator })));

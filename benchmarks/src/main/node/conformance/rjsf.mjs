// The renderer of the json-schema dialect: a document in, the static markup of its form out.
import * as core from '@rjsf/core';
import ajv8 from '@rjsf/validator-ajv8';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { answer } from './frames.mjs';

const Form = core.default.default ?? core.default;
const { customizeValidator } = ajv8.customizeValidator ? ajv8 : await import('@rjsf/validator-ajv8');

// Options send their own values, as Platen's do, instead of their numbers. The global option of that name does not reach
// fields of text. Values that are objects are sent as JSON, for which rjsf has no way; and options are called by the names
// in the schema, as they were by the versions of rjsf that the samples were written for.
const defaults = core.getDefaultRegistry().widgets;
const widgets = Object.fromEntries(
  ['SelectWidget', 'RadioWidget', 'CheckboxesWidget'].map((name) => [
    name,
    (properties) => {
      const { schema, value, multiple } = properties;
      const names = properties.options.enumNames ? undefined : (schema.items ?? schema).enumNames;
      const enumOptions = properties.options.enumOptions?.map((option, index) => ({
        ...option,
        label: names?.[index] ?? option.label,
        value: json(option.value),
      }));
      const options = { optionValueFormat: 'realValue', ...properties.options, enumOptions };
      const chosen = multiple && Array.isArray(value) ? value.map(json) : json(value);
      return createElement(defaults[name], { ...properties, options, value: chosen });
    },
  ]),
);

// Objects and lists as JSON with sorted members, all else as it is.
function json(value) {
  const isSingle = typeof value !== 'object' || value === null;
  return isSingle ? value : JSON.stringify(value, (_, inner) => sorted(inner));
}

function sorted(value) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
}

answer((bytes) => {
  const { schema, uiSchema, data } = form(JSON.parse(bytes.toString('utf8')));
  const validator = validatorFor(schema);
  const properties = {
    schema: withoutOldDraft(schema),
    uiSchema,
    widgets,
    formData: data,
    validator,
    extraErrors: errors(validator, withoutOldDraft(schema), data),
  };
  return renderToStaticMarkup(createElement(Form, properties));
});

// What is wrong with the data, as if it had been submitted. A form that is only opened shows no errors.
function errors(validator, schema, data) {
  try {
    return data === undefined ? {} : validator.validateFormData(data, schema).errorSchema;
  } catch {
    return {};
  }
}

// A document is a schema, or an object that holds one.
function form(document) {
  const holdsSchema = typeof document.schema === 'object' && document.type === undefined && !document.properties;
  return holdsSchema ? document : { schema: document };
}

// Ajv refuses the name of a draft that it does not know; drafts 4 and 6 read as draft 7 well enough for a form.
function withoutOldDraft(schema) {
  return /draft-0[46]/.test(schema?.$schema ?? '') ? { ...schema, $schema: undefined } : schema;
}

// One for each document: a validator remembers schemas by their $id.
function validatorFor(schema) {
  const draft = schema?.$schema ?? '';
  if (draft.includes('2020-12')) {
    return customizeValidator({ AjvClass: Ajv2020 });
  }
  return customizeValidator(draft.includes('2019-09') ? { AjvClass: Ajv2019 } : {});
}

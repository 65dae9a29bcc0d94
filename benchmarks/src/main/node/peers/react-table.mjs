import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { document, measure } from './measure.mjs';

function Table({ rows }) {
  return h('table', null,
    h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Id'), h('th', { scope: 'col' }, 'Name'))),
    h('tbody', null, rows.map((row) => h('tr', { key: row.id }, h('td', null, row.id), h('td', null, row.name)))));
}

measure(() => renderToString(h(Table, { rows: document.rows })));

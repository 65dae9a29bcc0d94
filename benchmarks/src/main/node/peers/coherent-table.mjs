import { render } from '@coherent.js/core';
import { document, measure } from './measure.mjs';

const table = ({ rows }) => ({
  table: {
    children: [
      { thead: { children: [{ tr: { children: [{ th: { scope: 'col', text: 'Id' } }, { th: { scope: 'col', text: 'Name' } }] } }] } },
      { tbody: { children: rows.map((row) => ({ tr: { children: [{ td: { text: row.id } }, { td: { text: row.name } }] } })) } },
    ],
  },
});

// The cache of this version answers with nothing after its first static page, so that it stays off.
measure(() => render(table(document), { enableCache: false }));

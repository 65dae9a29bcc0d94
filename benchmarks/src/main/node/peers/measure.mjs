// Renders again and again for some seconds, writes the page to a file and prints one line of JSON with the times.
import { readFileSync, writeFileSync } from 'node:fs';

const [input, output, seconds] = process.argv.slice(2);
export const document = JSON.parse(readFileSync(input, 'utf8'));

const LEAST_ROUNDS = 3;
const ROUNDS = 9;

export function measure(render) {
  const log = console.error;
  console.error = console.warn = () => {};
  const first = time(render);
  writeFileSync(output, first.page);
  const budget = Number(seconds) * 1000;
  const warmUpEnd = performance.now() + budget / 3;
  let micros = first.micros;
  while (performance.now() < warmUpEnd) {
    micros = time(render).micros;
  }
  const calls = Math.max(1, Math.floor((budget * 1000 * 2) / 3 / ROUNDS / micros));
  const end = performance.now() + budget;
  const rounds = [];
  while (rounds.length < LEAST_ROUNDS || (rounds.length < ROUNDS && performance.now() < end)) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) {
      render();
    }
    rounds.push(((performance.now() - start) * 1000) / calls);
  }
  console.error = log;
  process.stdout.write(JSON.stringify({ rounds }) + '\n', () => process.exit(0));
}

function time(render) {
  const start = performance.now();
  const page = render();
  return { page, micros: (performance.now() - start) * 1000 };
}

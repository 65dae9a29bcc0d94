// Messages between processes: a count of parts, then each part as its length and its bytes. All of it blocks, so that a
// process that hangs can be told from one that waits.
import fs from 'node:fs';

const REQUESTS = 0;
const REPLIES = 1;

export function send(...parts) {
  const head = Buffer.alloc(4);
  head.writeInt32BE(parts.length);
  write(head);
  for (const part of parts) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    write(length);
    write(bytes);
  }
}

// Answers every message that arrives until the other side closes the pipe.
export function answer(reply) {
  quieten();
  for (let head = read(4); head !== null; head = read(4)) {
    const parts = [];
    for (let index = 0; index < head.readInt32BE(); index++) {
      parts.push(read(read(4).readInt32BE()));
    }
    send(...outcome(reply, parts));
  }
}

function outcome(reply, parts) {
  try {
    return ['rendered', reply(...parts)];
  } catch (failure) {
    return ['failed', String(failure?.message ?? failure).slice(0, 500)];
  }
}

// What libraries print would end up among the messages.
function quieten() {
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    console[level] = () => {};
  }
}

function write(bytes) {
  for (let done = 0; done < bytes.length; ) {
    done += fs.writeSync(REPLIES, bytes, done);
  }
}

function read(length) {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const taken = fs.readSync(REQUESTS, bytes, done, length - done, null);
    if (taken === 0) {
      return null;
    }
    done += taken;
  }
  return bytes;
}

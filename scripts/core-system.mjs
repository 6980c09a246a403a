#!/usr/bin/env node
/*
 * A stand-in for the loan company's core system, for the demo and the tests: `node scripts/core-system.mjs [port]`.
 *   GET  /loans/:id                    the borrower, or 404
 *   POST /loans/:id/bank-card          {card, bank}: changes the card once per Idempotency-Key, answers {receipt}
 *   GET  /calls                        every bank-card call received, with its key
 *   POST /behavior                     {fail: n} the next n changes answer 503; {slowMs: n}; {reject: true} answers 409 until false
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const LOANS = {
  'JK-2026-0001': { borrower: '林晓峰', idNumber: '310101199003074512', card: '6222021001116245702', bank: '工商银行上海分行' },
  'JK-2026-0002': { borrower: '沈佳怡', idNumber: '440305198811233325', card: '6217000010001234567', bank: '建设银行深圳分行' },
  'JK-2026-0003': { borrower: '赵一鸣', idNumber: '110105197506156617', card: '6228480010123456789', bank: '农业银行北京分行' },
};

/** Starts the stand-in; `state` is what tests look at and change. */
export async function startCoreSystem(port = 0) {
  const state = { loans: structuredClone(LOANS), calls: [], receipts: new Map(), behavior: { fail: 0, slowMs: 0, reject: false } };
  const server = createServer((request, response) => void answer(state, request, response));
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, state, stop };
}

// helpers //////////////////////

async function answer(state, request, response) {
  try {
    const [status, body] = await route(state, request);
    if (state.behavior.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, state.behavior.slowMs));
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  } catch (error) {
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: String(error) }));
  }
}

async function route(state, request) {
  const path = new URL(request.url, 'http://core').pathname;
  const [, collection, id, part] = path.split('/').map(decodeURIComponent);
  if (path === '/calls') return [200, state.calls];
  if (path === '/behavior' && request.method === 'POST') {
    Object.assign(state.behavior, await bodyOf(request));
    return [200, state.behavior];
  }
  if (collection !== 'loans' || !id) return [404, { error: 'not found' }];
  const loan = Object.hasOwn(state.loans, id) ? state.loans[id] : undefined;
  if (!loan) return [404, { error: 'no such loan' }];
  if (request.method === 'GET' && part === undefined) return [200, { id, ...loan }];
  if (request.method === 'POST' && part === 'bank-card')
    return changeCard(state, { id, loan, key: request.headers['idempotency-key'] ?? null, body: await bodyOf(request) });
  return [405, { error: 'method not allowed' }];
}

function changeCard(state, { id, loan, key, body }) {
  state.calls.push({ id, key, body, at: new Date().toISOString() });
  if (state.behavior.fail > 0) {
    state.behavior.fail -= 1;
    return [503, { error: 'core system is closed' }];
  }
  if (state.behavior.reject) return [409, { code: 'LOAN_CLOSED' }];
  const known = key === null ? undefined : state.receipts.get(key);
  if (known) return [200, known];
  const receipt = { receipt: `HX${String(state.receipts.size + 1).padStart(8, '0')}` };
  Object.assign(loan, { card: body.card, bank: body.bank });
  if (key !== null) state.receipts.set(key, receipt);
  return [200, receipt];
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startCoreSystem(Number(process.argv[2] ?? 3999));
  console.log(`core system stand-in at ${url}`);
}

#!/usr/bin/env node
/*
 * A stand-in for the loan company's core system, for the demo and the tests: `npm run demo:core-system`.
 *   GET  /                             a page that shows the calls and switches the system off and on
 *   GET  /loans/:id                    the borrower, or 404
 *   POST /loans/:id/bank-card          {card, bank}: changes the card once per Idempotency-Key, answers {receipt}
 *   GET  /calls                        every bank-card call received: its key, its answer, whether the card was changed by it
 *   POST /behavior                     {down: true} everything answers 503; {fail: n} the next n changes do; {slowMs: n}; {reject: true} answers 409
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { page } from './core-system-page.mjs';

const LOANS = {
  'JK-2026-0001': { borrower: '林晓峰', idNumber: '310101199003074512', card: '6222021001116245702', bank: '工商银行上海分行' },
  'JK-2026-0002': { borrower: '沈佳怡', idNumber: '440305198811233325', card: '6217000010001234567', bank: '建设银行深圳分行' },
  'JK-2026-0003': { borrower: '赵一鸣', idNumber: '110105197506156617', card: '6228480010123456789', bank: '农业银行北京分行' },
};
const DOWN = [503, { error: 'core system is closed' }];

/** Starts the stand-in; `state` is what tests look at and change. `loans` are known besides its own. */
export async function startCoreSystem(port = 0, { host = '127.0.0.1', loans = {} } = {}) {
  const state = {
    loans: { ...structuredClone(LOANS), ...loans },
    calls: [],
    receipts: new Map(),
    behavior: { down: false, fail: 0, slowMs: 0, reject: false },
  };
  const server = createServer((request, response) => void answer(state, request, response));
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const url = `http://${host}:${server.address().port}`;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url, state, stop };
}

// helpers //////////////////////

async function answer(state, request, response) {
  try {
    if (request.url === '/' && request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(state));
      return;
    }
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
  if (request.method === 'POST' && part === 'bank-card') {
    const call = { id, key: request.headers['idempotency-key'] ?? null, body: await bodyOf(request), at: new Date().toISOString() };
    const [status, body, changed = false] = changeCard(state, loan, call);
    state.calls.push({ ...call, status, changed });
    return [status, body];
  }
  if (state.behavior.down) return DOWN;
  if (!loan) return [404, { error: 'no such loan' }];
  if (request.method === 'GET' && part === undefined) return [200, { id, ...loan }];
  return [405, { error: 'method not allowed' }];
}

/** Status, body, and whether the card was changed by this very call. */
function changeCard({ behavior, receipts }, loan, { key, body }) {
  if (behavior.down) return DOWN;
  if (behavior.fail > 0) {
    behavior.fail -= 1;
    return DOWN;
  }
  if (key === null) return [400, { error: 'Idempotency-Key is missing' }];
  if (!loan) return [404, { error: 'no such loan' }];
  if (behavior.reject) return [409, { code: 'LOAN_CLOSED' }];
  const known = receipts.get(key);
  if (known) return [200, known];
  const receipt = { receipt: `HX${String(receipts.size + 1).padStart(8, '0')}` };
  Object.assign(loan, { card: body.card, bank: body.bank });
  receipts.set(key, receipt);
  return [200, receipt, true];
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.argv[2] ?? process.env.CORE_SYSTEM_PORT ?? 3999);
  try {
    const { url } = await startCoreSystem(port);
    console.log(`core system stand-in 核心系统（演示）: ${url}\nloans 借款编号: ${Object.keys(LOANS).join(', ')}`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `port ${port} is taken: is the stand-in running already?` : error.message);
    process.exitCode = 1;
  }
}

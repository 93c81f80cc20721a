// Starts the real program on a free port and ends it by its process id.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(process.env.TEST_PROGRAM ?? '../target/debug/strong-cities');
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export const freePort = () => new Promise((done, fail) => {
  const server = createServer();
  server.once('error', fail);
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});

/** A hub: `{ url, link, data, stop }`. `command` is 'serve' or 'demo'. Data that are named stay when it ends. One that is `called` by a name is reached by it; `settings` stand in its environment. */
export async function start(command, { program = binary, data: named, called, settings = {} } = {}) {
  const folder = named ?? await mkdtemp(join(tmpdir(), 'hub-e2e-'));
  const data = named ?? join(folder, 'data');
  const port = await freePort();
  const url = `http://${called ?? '127.0.0.1'}:${port}`;
  const own = called ? { HUB_PUBLIC_URL: url } : {};
  const child = spawn(program, [command, '--data', data, '--listen', `127.0.0.1:${port}`], { env: { ...process.env, HUB_LOG: 'warn', ...own, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let said = '';
  await new Promise((done, fail) => {
    child.stdout.on('data', (text) => { said += text; if (said.includes(url)) done(); });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the hub ended with ${code}: ${said}`)));
  });
  await until(async () => (await fetch(`${url}/health/ready`)).ok);
  const link = () => said.match(/http\S+\/links\/\S+/)?.[0];
  if (command === 'serve') await until(() => link());
  const stop = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
    running.delete(child);
    if (!named) await rm(folder, { recursive: true, force: true });
  };
  return { url, link: link(), data, stop };
}

/** What another command of the program prints, on the data of a hub. */
export const run = (hub, ...words) => execFileSync(binary, [...words, '--data', hub.data], { encoding: 'utf8' });

/** Asks again until the answer is true; fails after two minutes. */
export async function until(ask) {
  const end = Date.now() + 120_000;
  for (;;) {
    try { if (await ask()) return; } catch { /* not yet */ }
    if (Date.now() > end) throw new Error(`waited too long for: ${ask}`);
    await new Promise((next) => setTimeout(next, 200));
  }
}

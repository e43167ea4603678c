/**
 * WebKit, the engine of Safari: WebKitGTK's MiniBrowser on a screen of its own, by way of W3C WebDriver (https://www.w3.org/TR/webdriver2),
 * of which a journey needs nine commands.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../servers/free-port.ts';
import { field, listOf } from '../read.ts';
import { has } from '../tools.ts';
import { marked, type Driver, type Engine } from './driver.ts';

const [miniBrowser] = globSync('/usr/lib/*/webkit*gtk-*/MiniBrowser');

/**
 * A screen, and the driver on it, which starts the browser: all of one group of processes, which ends with the pipe that it has from us,
 * however we end.
 */
const program = `
exec 3<&0
(cat <&3 >/dev/null; kill -TERM 0) &
Xvfb -displayfd 4 -screen 0 1280x1000x24 -nolisten tcp 4>"$0/display" &
until [ -s "$0/display" ]; do sleep 0.05; done
DISPLAY=":$(cat "$0/display")" exec WebKitWebDriver --host=127.0.0.1 --port="$1"
`;

/** Runs in a page: notes in it from now on what goes wrong, for WebDriver has no console. */
const listen = `(() => {
  window.complaints = [];
  const note = (words) => void window.complaints.push(String(words));
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note('Content-Security-Policy: ' + violatedDirective + ' ' + blockedURI),
  );
})()`;

/** The name by which WebDriver refers to an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

const commandsAt =
  (url: string): Command =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const value = field(await response.json(), 'value');
    if (!response.ok) throw new Error(`${path}: ${String(field(value, 'error'))}: ${String(field(value, 'message'))}`);
    return value;
  };

/** The first answer of a driver that is just starting. */
const started = async (command: Command, hasEnded: () => boolean): Promise<void> => {
  for (;;) {
    try {
      await command('GET', '/status');
      return;
    } catch (error) {
      if (hasEnded()) throw error;
      await wait(50);
    }
  }
};

export const webkit: Engine = {
  name: 'WebKit',
  missing: () => [
    ...(has('WebKitWebDriver') && miniBrowser !== undefined ? [] : ['webkit2gtk-driver']),
    ...(has('Xvfb') ? [] : ['xvfb']),
  ],
  launch: async (folder) => {
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const port = await freePort();
    const child = spawn('sh', ['-c', program, folder, String(port)], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        LANG: 'C.UTF-8',
        HOME: folder,
        TMPDIR: folder,
        XDG_CONFIG_HOME: join(folder, 'config'),
        XDG_RUNTIME_DIR: folder,
        GTK_A11Y: 'none',
        NO_AT_BRIDGE: '1',
      },
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => said.push(line));
    const end = async (): Promise<void> => {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
    };
    try {
      const driver = commandsAt(`http://127.0.0.1:${port}`);
      await started(driver, () => child.exitCode !== null);
      const capabilities = {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
      };
      const session = await driver('POST', '/session', { capabilities });
      const command = commandsAt(`http://127.0.0.1:${port}/session/${String(field(session, 'sessionId'))}`);
      await command('POST', '/window/rect', { x: 0, y: 0, width: 1280, height: 1000 });
      const toElement = async (action: string, body: object): Promise<void> => {
        const element = await command('POST', '/element', { using: 'css selector', value: marked });
        await command('POST', `/element/${String(field(element, elementKey))}/${action}`, body);
      };
      const evaluate: Driver['evaluate'] = (expression) =>
        command('POST', '/execute/sync', { script: `return ${expression}`, args: [] });
      const earlier: string[] = [];
      const complaints = async (): Promise<string[]> => {
        const here = await evaluate('window.complaints ?? []');
        return [...earlier, ...listOf(here).map(String)];
      };
      return {
        downloads,
        open: async (url) => {
          earlier.splice(0, Infinity, ...(await complaints()));
          await command('POST', '/url', { url });
          await evaluate(listen);
        },
        evaluate,
        click: () => toElement('click', {}),
        type: (text) => toElement('value', { text }),
        chooseFile: (text) => toElement('value', { text }),
        complaints,
        screenshot: async () => Buffer.from(String(await command('GET', '/screenshot')), 'base64'),
        close: end,
      };
    } catch (error) {
      await end();
      throw new Error(`WebKit did not start: ${said.join('\n')}`, { cause: error });
    }
  },
};

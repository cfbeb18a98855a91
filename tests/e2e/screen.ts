import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A screen of its own for questions that the browser itself asks: no page's code can answer them, only a person's keys. */
export interface Screen {
  /** Presses keys as the keyboard does, in whatever has the focus on this screen. */
  press(...keys: string[]): void;
  /** Answers a question of the browser that has just come up. */
  answer(...keys: string[]): Promise<void>;
  close(): void;
}

/** Milliseconds: the browser takes no answer in the first half second, so that nobody says yes by a key that was meant for the page. */
const GUARD = 1_500;

const NEEDED = ['Xvfb', 'xdotool'];
const PACKAGES = ['xvfb', 'xdotool'];

/** Why there can be no such screen here; undefined where there can. On Debian as root, installs what is missing. */
export function findObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'The browser’s own questions are answered on Linux alone.';
  if (NEEDED.every(isInstalled)) return undefined;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], { stdio: 'ignore' });
  }
  return NEEDED.every(isInstalled) ? undefined : `The browser’s own questions need ${PACKAGES.join(' and ')}.`;
}

/** Opens a screen; what is started afterwards shows on it. */
export async function openScreen(): Promise<Screen> {
  const before = process.env.DISPLAY;
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  process.env.DISPLAY = `:${number}`;
  const press = (...keys: string[]) => void spawnSync('xdotool', ['key', ...keys]);
  return {
    press,
    async answer(...keys) {
      await new Promise((resolve) => setTimeout(resolve, GUARD));
      press(...keys);
    },
    close() {
      server.kill();
      if (before === undefined) delete process.env.DISPLAY;
      else process.env.DISPLAY = before;
    },
  };
}

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}

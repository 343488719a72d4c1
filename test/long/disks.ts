import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of a test's own. Making one needs root: the tests that do say so. */
export interface TestDisk {
  /** Where it is mounted. */
  readonly path: string;
  unmount(): void;
  /** Takes it away, even from who has a file of it open. */
  remove(): void;
}

function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** @throws Error for who may not mount */
export function expectToBeRoot(): void {
  if (process.getuid?.() !== 0) throw new Error('mounting a disk needs root: run npm run test:long as root');
}

/** A disk of so many megabytes, in memory, that can be full. */
export function smallDisk(folder: string, megabytes: number): TestDisk {
  const path = mkdtempSync(join(folder, 'small-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', path);
  return { path, unmount: () => run('umount', path), remove: () => run('umount', '-l', path) };
}

/** An ext4 disk, whose power can be cut. */
export interface CuttableDisk extends TestDisk {
  /** As when the power goes: what was not synced is lost, and nothing can be read or written any more. */
  cutPower(): void;
  mount(mode: 'rw' | 'ro'): void;
}

const flags = { NOLOGFLUSH: 2 };

/** @see ext4's EXT4_IOC_SHUTDOWN, which fsck's own tests use to make a file system crash */
export function cuttableDisk(folder: string, megabytes: number): CuttableDisk {
  const image = join(folder, 'disk.img');
  const path = join(folder, 'disk');
  mkdirSync(path);
  run('truncate', '-s', `${String(megabytes)}M`, image);
  run('mkfs.ext4', '-q', '-F', image);
  const mount = (mode: 'rw' | 'ro'): void => {
    run('mount', '-o', `loop,${mode}`, image, path);
  };
  mount('rw');
  return {
    path,
    mount,
    unmount: () => run('umount', path),
    remove: () => run('umount', '-l', path),
    cutPower: () => {
      const script = [
        'import fcntl, os, struct, sys',
        'fd = os.open(sys.argv[1], os.O_RDONLY)',
        `fcntl.ioctl(fd, 0x8004587D, struct.pack("I", ${String(flags.NOLOGFLUSH)}))`,
      ];
      run('python3', '-c', script.join('\n'), path);
    },
  };
}

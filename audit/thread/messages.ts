import type { CommitFigures } from '../commit-figures.js';
import type { Growth } from '../growth.js';
import type { LogHealth } from '../log-health.js';

/** What a log's thread is started with. */
export interface LogThreadOptions {
  /** `file:///…` or `postgres://…` */
  readonly url: string;
  /** The log's name, which its checkpoints carry. */
  readonly name: string;
  /** Path of the log's private Ed25519 JWK, which no other thread reads. */
  readonly keyFile: string;
  /** Bytes that the log may take; undefined where only its disk is a limit. */
  readonly maxBytes?: number | undefined;
}

/** To the log's thread: entries to be added, each as its parts; how it stands; or to end. */
export type ToLog =
  | { readonly add: readonly { readonly id: number; readonly parts: readonly string[] }[] }
  | { readonly growth: { readonly id: number; readonly oldSizes: readonly number[] } }
  | { readonly end: true };

/** From the log's thread. */
export type FromLog =
  | { readonly ready: { readonly verifierKey: string; readonly size: number } }
  | { readonly failed: string }
  | {
      readonly added: readonly Added[];
      readonly size: number;
      readonly health: LogHealth;
      readonly commits?: CommitFigures;
    }
  | { readonly grown: { readonly id: number; readonly growth?: Growth; readonly fault?: string } }
  | { readonly ended: true };

/** What became of an entry: its number, or why it could not be kept. */
export type Added =
  { readonly id: number; readonly index: number } | { readonly id: number; readonly fault: string };

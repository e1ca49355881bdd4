import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const extensionFolder = fileURLToPath(new URL('../../packages/extension/', import.meta.url));

export type Texts = Readonly<Record<string, string>>;

export interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly additionalProperties?: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] };
}

export interface MenuItem {
  readonly command: string;
  readonly alt?: string;
  readonly when?: string;
}

export interface Picture {
  readonly image?: string | Readonly<Record<string, string>>;
  readonly altText?: string;
}

export interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, { readonly supported: unknown }>>;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly keybindings: readonly (MenuItem & { readonly key: string })[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly languages: readonly { readonly id: string; readonly icon: Readonly<Record<string, string>> }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: Picture;
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(extensionFolder + name, 'utf8'));
}

export const manifest = readJson<Manifest>('package.json');

/** All texts of a JSON value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

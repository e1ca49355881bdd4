import { LARGEST_PICTURE, LARGEST_SOURCE, whyTooLarge } from '@jixiao/core';
import type { ReadResult } from '@jixiao/language';
import type { Connection } from 'vscode-languageserver';
import { fromBase64 } from '../base64.js';
import type { Client } from '../client.js';
import { type CustomRequest, listFilesRequest, readBytesRequest, readFileRequest } from '../protocol.js';
import { uriOf } from './file-names.js';
import type { FileSystem } from './file-system.js';

/** Files that only the client can read, such as those of a browser or a virtual workspace. */
export class ClientFiles implements FileSystem {
  readonly ignoresCase = false;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
  ) {}

  async readText(file: string): Promise<ReadResult> {
    const result = await this.ask(readFileRequest, file);
    if (!result)
      return { ok: false, missing: true, why: { zh: '编辑器没有提供文件', en: 'the editor offers no files' } };
    if (result.ok) {
      const why = whyTooLarge(result.text.length, LARGEST_SOURCE);
      return why ? { ok: false, missing: false, why } : result;
    }
    const why = result.why ?? '';
    return { ok: false, missing: result.missing, why: { zh: why, en: why } };
  }

  async readBytes(file: string): Promise<Uint8Array | undefined> {
    const result = await this.ask(readBytesRequest, file);
    const bytes = result ? fromBase64(result.content) : undefined;
    return bytes && whyTooLarge(bytes.length, LARGEST_PICTURE) ? undefined : bytes;
  }

  /** What the client reads knows no links, or none that it tells of. */
  realName(file: string): string {
    return file;
  }

  async list(folder: string): Promise<readonly string[]> {
    return (await this.ask(listFilesRequest, folder))?.uris ?? [];
  }

  private async ask<R>({ method }: CustomRequest<{ readonly uri: string }, R>, file: string): Promise<R | undefined> {
    if (this.client.options.files !== true) return undefined;
    return this.connection.sendRequest<R>(method, { uri: uriOf(file) });
  }
}

import type { Language } from '@jixiao/core';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

/** What the client can do, asked by name. */
export class Client {
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  /** The language of its menus. Chinese where it does not say. */
  readonly language: Language;

  constructor(params: InitializeParams) {
    this.capabilities = params.capabilities ?? {};
    this.options = readOptions(params.initializationOptions);
    this.language = params.locale === undefined || /^zh(?![a-z])/i.test(params.locale) ? 'zh' : 'en';
  }

  /** Whether findings are pulled by the client rather than pushed by the server. */
  get pullsDiagnostics(): boolean {
    if (this.options.diagnostics !== undefined) return this.options.diagnostics === 'pull';
    const { textDocument, workspace } = this.capabilities;
    return textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  }

  get watchesFiles(): boolean {
    return this.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  get hasConfiguration(): boolean {
    return this.capabilities.workspace?.configuration === true;
  }

  get registersConfiguration(): boolean {
    return this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  get hasFolders(): boolean {
    return this.capabilities.workspace?.workspaceFolders === true;
  }

  get showsRelatedPlaces(): boolean {
    return this.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true || this.pullsDiagnostics;
  }

  /** Whether edits may name the version of the document that they are made for. */
  get versionsEdits(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }

  /** Whether an edit may leave something selected to be overwritten. */
  get takesSnippetEdits(): boolean {
    return this.versionsEdits && this.capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  }

  /** Whether the edit of a code action may be left out until it is chosen. */
  get resolvesCodeActions(): boolean {
    const { codeAction } = this.capabilities.textDocument ?? {};
    return codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true;
  }

  get refreshesInlayHints(): boolean {
    return this.capabilities.workspace?.inlayHint?.refreshSupport === true;
  }

  get refreshesSemanticTokens(): boolean {
    return this.capabilities.workspace?.semanticTokens?.refreshSupport === true;
  }

  get refreshesDiagnostics(): boolean {
    return this.capabilities.workspace?.diagnostics?.refreshSupport === true;
  }
}

function readOptions(options: unknown): InitializationOptions {
  if (typeof options !== 'object' || options === null) return {};
  const { diagnostics, files } = options as Record<string, unknown>;
  return {
    ...((diagnostics === 'push' || diagnostics === 'pull') && { diagnostics }),
    ...(typeof files === 'boolean' && { files }),
  };
}

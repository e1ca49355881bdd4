import type { Language } from '@jixiao/core';
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Client } from './client.js';
import type { Log } from './log.js';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_SECTION, type Settings } from './settings.js';

/** The settings in force, fetched from the client and kept up to date. */
export class Configuration {
  private settings = DEFAULT_SETTINGS;
  private readonly listeners: ((before: Settings) => void)[] = [];
  private fetches = 0;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly log: Log,
  ) {}

  get current(): Settings {
    return this.settings;
  }

  /** The language of messages. */
  get language(): Language {
    const { language } = this.settings;
    return language === 'auto' ? this.client.language : language;
  }

  onDidChange(listener: (before: Settings) => void): void {
    this.listeners.push(listener);
  }

  /** Asks to be told of changes, and fetches what holds now. */
  async start(): Promise<void> {
    if (this.client.registersConfiguration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    }
    await this.fetch();
  }

  /**
   * The settings changed. Clients that can be asked are asked; others send the settings along, with or
   * without the section's name around them.
   */
  async changed(sent: unknown): Promise<void> {
    if (this.client.hasConfiguration) await this.fetch();
    else this.apply(sectionOf(sent));
  }

  private async fetch(): Promise<void> {
    if (!this.client.hasConfiguration) return;
    const fetch = ++this.fetches;
    const section: unknown = await this.connection.workspace.getConfiguration(SETTINGS_SECTION);
    if (fetch === this.fetches) this.apply(section);
  }

  private apply(section: unknown): void {
    const { settings, refused } = readSettings(section);
    for (const { name, value } of refused) {
      this.log.warn(`${SETTINGS_SECTION}.${name}: ${JSON.stringify(value)} is not a possible value`);
    }
    const before = this.settings;
    if (JSON.stringify(before) === JSON.stringify(settings)) return;
    this.settings = settings;
    for (const listener of this.listeners) listener(before);
  }
}

function sectionOf(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return undefined;
  return SETTINGS_SECTION in sent ? sent[SETTINGS_SECTION] : sent;
}

import { type Analysis, isLibraryFile, libraryFiles, type SourceFile } from '@jixiao/language';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { describeError, type Log } from '../log.js';
import { AnalysisState } from './analysis-state.js';
import { DiskFiles } from './disk-files.js';
import { FileNames, uriOf } from './file-names.js';
import { type FileSystem, isImageFile, isOurFile } from './file-system.js';
import { Folders } from './folders.js';
import { ImageFiles } from './image-files.js';
import { Imports } from './imports.js';
import { OpenDocuments } from './open-documents.js';
import { RealNames } from './real-names.js';
import { SourceFiles } from './source-files.js';

/** Told after texts changed: the files whose own text is another one now, or that came or went. */
export type ChangeListener = (files: ReadonlySet<string>) => void;

/**
 * Everything that belongs together: open documents, files on the disk, what they import. Gives one
 * analysis a state; it is evaluated as far as somebody asks.
 */
export class Workspace {
  readonly names: FileNames;
  readonly folders: Folders;
  readonly images: ImageFiles;
  private readonly open: OpenDocuments;
  private readonly disk: DiskFiles;
  private readonly imports: Imports;
  private readonly sources = new SourceFiles((source) => this.imports.note(source));
  private readonly state: AnalysisState;
  /** The files of the present state. */
  private readonly taken = new Set<string>();
  private libraryWanted = false;
  private readonly arrived = new Set<string>();
  private scan: Promise<void> | undefined;
  private readonly listeners: ChangeListener[] = [];

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly log: Log,
  ) {
    this.folders = new Folders(new RealNames(fileSystem));
    const mayRead = (file: string) => this.folders.mayRead(file, this.open.files());
    this.images = new ImageFiles(fileSystem, mayRead);
    this.names = new FileNames(fileSystem.ignoresCase);
    this.open = new OpenDocuments(this.names);
    this.disk = new DiskFiles(fileSystem, mayRead, (file) => this.loaded(file));
    this.imports = new Imports(this.names, this.folders, this.open, this.disk);
    this.state = new AnalysisState(
      () => this.readFiles(),
      (from, path) => this.imports.targetOf(from, path),
      log,
    );
  }

  onDidChange(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  // What is there ---------------------------------------------------------------------------------

  /**
   * The state now, as far as files have been taken in: open ones, those that were asked for, and what
   * they need. An analysis taken before the last change must not be used any more.
   */
  analysis(): Analysis {
    return this.state.get();
  }

  /** Forgets what was evaluated, where that went wrong. */
  discardAnalysis(): void {
    this.state.discard();
  }

  /** The state with a file taken in, so that the one before the user does not wait for three hundred others. */
  analysisOf(file: string): Analysis {
    this.takeIn([file]);
    return this.analysis();
  }

  /** The state with every file taken in, for questions about the whole workspace. */
  analysisOfAll(): Analysis {
    this.takeIn(this.files());
    return this.analysis();
  }

  /** Reads a file in advance, so that taking it in is quick. */
  readAhead(file: string): void {
    const text = this.textOf(file);
    if (text !== undefined) this.readSource(file, text);
  }

  /** From the next state on, these files belong to it. */
  takeIn(files: Iterable<string>): void {
    for (const file of files) {
      if (this.taken.has(file)) continue;
      this.taken.add(file);
      this.state.outdate();
    }
  }

  /** Whether a file belongs to the next state. */
  isTaken(file: string): boolean {
    return this.taken.has(file);
  }

  /** Lets go of closed files that stand alone, but for their texts: hundreds of trees would fill the memory. */
  release(files: Iterable<string>): void {
    for (const file of files) {
      if (this.open.has(file) || !this.taken.has(file) || !this.imports.graph.standsAlone(file)) continue;
      this.taken.delete(file);
      this.sources.delete(file);
      this.state.outdate();
    }
  }

  private readFiles(): ReadonlyMap<string, SourceFile> {
    const files = new Map<string, SourceFile>(this.libraryWanted ? libraryFiles() : undefined);
    // A set is walked in the order of insertion, what is added on the way included.
    for (const file of this.taken) {
      const text = this.textOf(file);
      if (text === undefined) continue;
      const source = this.readSource(file, text);
      if (source) files.set(file, source);
      for (const target of this.imports.wantedBy(file)) this.taken.add(target);
    }
    return files;
  }

  /** A file that makes the reader stumble is left out; it must not take the others with it. */
  private readSource(file: string, text: string): SourceFile | undefined {
    try {
      return this.sources.of(file, text);
    } catch (error) {
      this.log.error(`${file}: ${describeError(error)}`);
      return undefined;
    }
  }

  /** The text that counts: what the editor shows, else what lies on the disk. */
  textOf(file: string): string | undefined {
    if (isLibraryFile(file)) return undefined;
    const document = this.open.get(file);
    if (document) return document.getText();
    const found = this.disk.get(file);
    return found?.kind === 'text' ? found.text : undefined;
  }

  /** Whether there is such a file, the standard library included. */
  has(file: string): boolean {
    return isLibraryFile(file) ? this.libraryWanted && libraryFiles().has(file) : this.textOf(file) !== undefined;
  }

  /** Every file with a text, the standard library left out. */
  files(): string[] {
    const files = new Set([...this.disk.files(), ...this.open.files()]);
    return [...files].filter((file) => this.textOf(file) !== undefined);
  }

  document(file: string): TextDocument | undefined {
    return this.open.get(file);
  }

  isOpen(file: string): boolean {
    return this.open.has(file);
  }

  openFiles(): Iterable<string> {
    return this.open.files();
  }

  /** The files whose findings are shown: those that are open, and those in the folders of the workspace. */
  checkedFiles(): string[] {
    return this.files().filter((file) => this.isChecked(file));
  }

  isChecked(file: string): boolean {
    return !isLibraryFile(file) && (this.open.has(file) || this.folders.has(file));
  }

  /** The version of an open document that the present state holds. */
  versionOf(file: string): number | undefined {
    return this.open.get(file)?.version;
  }

  /** The address under which the client knows a file. */
  uriOf(file: string): string {
    return this.open.get(file)?.uri ?? uriOf(file);
  }

  /** The file that a path leads to, without regard to whether it exists; undefined outside the workspace. */
  resolve(from: string, path: string): string | undefined {
    return this.imports.resolve(from, path);
  }

  dependantsOf(files: Iterable<string>): Set<string> {
    return this.imports.graph.dependantsOf(files);
  }

  /** Resolves once everything that a file needs has been read from the disk. Often at once: then gives undefined. */
  pendingFor(...files: string[]): Promise<void> | undefined {
    // Until the folders have been looked through, nobody can say that there is no such file.
    if (this.scan && !files.every((file) => this.has(file))) return this.scan.then(() => this.pendingFor(...files));
    this.takeIn(files);
    this.analysis();
    const waiting = [...this.imports.graph.needsOf(files)].flatMap((needed) =>
      this.open.has(needed) ? [] : (this.disk.pending(needed) ?? []),
    );
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => this.pendingFor(...files));
  }

  /** The same for the whole workspace. */
  pendingForAll(): Promise<void> | undefined {
    if (this.scan) return this.scan.then(() => this.pendingForAll());
    return this.pendingFor(...this.files());
  }

  // What happens ----------------------------------------------------------------------------------

  didOpen(...params: Parameters<OpenDocuments['open']>): void {
    const file = this.open.open(...params);
    if (isLibraryFile(file)) this.libraryWanted = true;
    else this.taken.add(file);
    this.changed([file]);
  }

  /** @returns false for a document that was never opened */
  didChange(...params: Parameters<OpenDocuments['change']>): boolean {
    const file = this.open.change(...params);
    if (file === undefined) return false;
    this.changed([file]);
    return true;
  }

  didClose(...params: Parameters<OpenDocuments['close']>): void {
    const file = this.open.close(...params);
    if (isLibraryFile(file)) return;
    this.changed([file]);
    if (this.folders.has(file) || this.isNeeded(file)) void this.disk.load(file);
    else this.dropUnneeded();
  }

  private isNeeded(file: string): boolean {
    return this.imports.graph.dependantsOf([file]).size > 1;
  }

  /** Reads files from the disk, again if they were read before. */
  load(files: Iterable<string>): Promise<unknown> {
    return Promise.all(Array.from(files, (file) => this.disk.load(file)));
  }

  /** Reads all files of the workspace below these folders. */
  read(folders: readonly string[]): Promise<void> {
    const scan = this.readFolders(folders).finally(() => {
      if (this.scan === scan) this.scan = undefined;
    });
    this.scan = scan;
    return scan;
  }

  private async readFolders(folders: readonly string[]): Promise<void> {
    const before = this.scan;
    for (const folder of folders) {
      const found = (await this.fileSystem.list(folder)).map((uri) => this.names.of(uri));
      this.images.add(found.filter(isImageFile));
      const files = found.filter(isOurFile);
      await Promise.all(files.filter((file) => !this.open.has(file)).map((file) => this.disk.load(file)));
    }
    await before;
  }

  /** Resolves when the folders have been read; undefined if nothing is being read. */
  get scanning(): Promise<void> | undefined {
    return this.scan;
  }

  /** The files are gone from the disk. */
  drop(files: Iterable<string>): void {
    const gone: string[] = [];
    for (const file of files) {
      const needed = this.isNeeded(file);
      if (this.disk.forget(file) && !this.open.has(file)) gone.push(file);
      if (!this.open.has(file)) this.forget(file);
      // Whoever imports it wants to know what became of it.
      if (needed) this.disk.want(file);
    }
    this.changed(gone);
  }

  /** The files known below a folder, or the file of that name. */
  filesBelow(name: string): string[] {
    return [...this.disk.files()].filter((file) => file === name || file.startsWith(`${name}/`));
  }

  retryUnreadable(): void {
    this.disk.retry();
  }

  addFolders(folders: readonly string[]): void {
    this.folders.add(folders);
    this.changed(this.open.files());
  }

  removeFolders(folders: readonly string[]): void {
    const before = [...this.checkedFiles()];
    this.folders.remove(folders);
    this.dropUnneeded();
    this.changed(before);
  }

  /** Forgets files outside the workspace that nothing open needs any more. */
  private dropUnneeded(): void {
    const roots = [...this.open.files(), ...[...this.disk.files()].filter((file) => this.folders.has(file))];
    const needed = this.imports.graph.needsOf(roots);
    const gone = [...this.disk.files()].filter((file) => !needed.has(file));
    for (const file of gone) {
      this.disk.forget(file);
      this.forget(file);
    }
    this.changed(gone);
  }

  private forget(file: string): void {
    this.taken.delete(file);
    this.imports.graph.delete(file);
    this.sources.delete(file);
    this.names.forget(file);
  }

  /** Files come from the disk by the dozen; the state is new at once, but listeners are told of several together. */
  private loaded(file: string): void {
    if (this.open.has(file)) return;
    this.state.outdate();
    if (this.arrived.size === 0) setTimeout(() => this.announceArrived(), 0);
    this.arrived.add(file);
  }

  private announceArrived(): void {
    const files = [...this.arrived];
    this.arrived.clear();
    this.changed(files);
  }

  private changed(files: Iterable<string>): void {
    const changed = new Set(files);
    if (changed.size === 0) return;
    this.state.outdate();
    for (const listener of this.listeners) listener(changed);
  }
}

import { analyse, type EvaluatedFile, libraryFiles, SourceSet } from '@jixiao/language';

/** The outlines of the standard library, in its order. */
export function libraryOutlines(): EvaluatedFile['outlines'] {
  const files = libraryFiles();
  const analysis = analyse(new SourceSet(files, () => ({ kind: 'outside' })));
  return [...files.keys()].flatMap((file) => analysis.evaluated(file).outlines);
}

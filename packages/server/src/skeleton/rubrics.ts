import { analyse, type EvaluatedFile, libraryFiles, SourceSet } from '@jixiao/language';

export type Rubric = EvaluatedFile['rubrics'][number];

/** The rubrics of the standard library with their labels, in its order. */
export function libraryRubrics(): readonly { readonly rubric: Rubric; readonly label: string }[] {
  const files = libraryFiles();
  const analysis = analyse(new SourceSet(files, () => ({ kind: 'outside' })));
  const labels = new Map(
    [...files.values()].flatMap(({ pieces }) =>
      pieces.flatMap(({ declarations }) =>
        declarations.flatMap((declaration) =>
          declaration.$type === 'RubricDeclaration' && declaration.label
            ? [[declaration.name.text, declaration.label.value] as const]
            : [],
        ),
      ),
    ),
  );
  return [...files.keys()].flatMap((file) =>
    analysis.evaluated(file).rubrics.map((rubric) => ({ rubric, label: labels.get(rubric.name) ?? rubric.name })),
  );
}

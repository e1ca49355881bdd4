import { catalogue } from '@jixiao/core';
import type * as ast from '../../generated/ast.js';
import { spanOf } from '../../syntax/spans.js';
import type { Context } from '../context.js';
import { evaluate, quantityOf } from '../expression.js';
import { similarWords } from '../suggestions.js';
import { INVALID, type Value } from '../value.js';
import type { Argument, CallSite } from './function.js';
import { signature } from './function.js';
import { FUNCTIONS, functionOf } from './registry.js';

const { values } = catalogue;

/** The value of a call. */
export function callFunction(call: ast.Call, context: Context): Value {
  const name = call.function?.text ?? '';
  const span = spanOf(call, context.anchor);
  const definition = functionOf(name);
  if (!definition) {
    const known = FUNCTIONS.flatMap(({ zh, en }) => [zh, en]);
    context.report(
      values.unknownFunction.at(spanOf(call.function, context.anchor), {
        name,
        suggestions: similarWords(name, known),
      }),
    );
    return INVALID;
  }
  const { parameters } = definition;
  const least = parameters.filter(({ optional }) => !optional).length;
  const most = parameters.some(({ rest }) => rest) ? Number.POSITIVE_INFINITY : parameters.length;
  const given = call.arguments.length;
  if (given < least || given > most) {
    const usage = signature(definition, name === definition.en ? 'en' : 'zh');
    context.report(values.badArguments.at(span, { name, signature: usage, given }));
    return INVALID;
  }
  const args: Argument[] = call.arguments.map((argument) => ({
    value: evaluate(argument, context),
    span: spanOf(argument, context.anchor),
  }));
  const invalid = args.find(({ value }) => value.kind === 'nothing' && value.why === 'invalid');
  if (invalid) return INVALID;
  const site: CallSite = {
    context,
    span,
    name,
    quantity: (argument) => (argument ? quantityOf(argument.value, argument.span, context) : INVALID),
    report: context.report,
  };
  return definition.call(args, site);
}

import { readSettings } from '../element-settings';
import type { Problem } from '../problem';
import type { ProcessModel } from '../process-model';
import { problemOf, type Rule, type RuleInput } from '../rule';
import type { ProcessSettings } from '../settings';
import { isSensible } from './timer';

/** The process as a whole: its form, title, number, summary and documents fit together. */
export const processSettings: Rule = (input) => {
  const read = readSettings(input.model.process, 'process');
  if (read.state === 'invalid' || !read.value) return [];
  return [
    ...formProblems(input, read.value),
    ...keyProblems(input, read.value),
    ...documentProblems(input.model, read.value),
    ...otherProblems(read.value),
  ];
};

// helpers //////////////////////

function formProblems({ context }: RuleInput, { formId }: ProcessSettings): Problem[] {
  if (formId === undefined) return [problemOf('formMissing', { level: 'warning', path: 'formId' })];
  return context.form === null ? [problemOf('formUnpublished', { path: 'formId' })] : [];
}

const titleNames = ['applicant', 'date', 'department', 'number', 'process'];

function keyProblems({ context }: RuleInput, settings: ProcessSettings): Problem[] {
  const keys = [...settings.titleTemplate.matchAll(/\{([^{}]+)\}/g)].map(([, key]) => key ?? '');
  const known = context.form?.fields.filter((field) => field.parentId === undefined).map((field) => field.key);
  if (!known) return [];
  const unknown = (key: string | undefined) => key !== undefined && !known.includes(key);
  return [
    ...keys
      .filter((key) => unknown(key) && !titleNames.includes(key))
      .map((key) => problemOf('titleKeyUnknown', { path: 'titleTemplate', params: { key } })),
    ...settings.summaryFields.filter(unknown).map((key) => problemOf('summaryFieldUnknown', { path: 'summaryFields', params: { key } })),
    ...(unknown(settings.businessKeyField)
      ? [problemOf('businessKeyUnknown', { path: 'businessKeyField', params: { key: settings.businessKeyField ?? '' } })]
      : []),
  ];
}

function documentProblems(model: ProcessModel, { documents }: ProcessSettings): Problem[] {
  return documents.flatMap((document, index) => {
    const path = `documents.${index}`;
    const name = document.name.zh || document.name.en || document.id;
    const twice = documents.findIndex((other) => other.id === document.id) < index;
    const places = document.addedAt.filter((id) => !model.nodes.has(id));
    return [
      ...(document.name.zh.trim() || document.name.en.trim() ? [] : [problemOf('documentNameless', { path, params: { no: index + 1 } })]),
      ...(document.required && document.addedAt.length === 0 ? [problemOf('documentNowhere', { path, params: { document: name } })] : []),
      ...(twice ? [problemOf('documentDuplicate', { path, params: { document: name } })] : []),
      ...places.map((place) => problemOf('documentPlaceUnknown', { path, params: { document: name, place } })),
    ];
  });
}

const numberSlot = /\{(yyyy|yy|mm|dd|seq:\d{1,2})\}/g;

function otherProblems({ numbering, lifeSpan, starter }: ProcessSettings): Problem[] {
  const problems: Problem[] = [];
  const rest = numbering.replace(numberSlot, '');
  if (!/\{seq:[1-9]\d?\}/.test(numbering) || /[{}]/.test(rest))
    problems.push(problemOf('numberingInvalid', { path: 'numbering', params: { numbering, example: '{yyyy}-{seq:4}' } }));
  if (lifeSpan !== undefined && !isSensible(lifeSpan))
    problems.push(problemOf('dueInvalid', { path: 'lifeSpan', params: { name: lifeSpan, source: lifeSpan } }));
  const { kind, ...lists } = starter;
  if (kind === 'some' && Object.values(lists).every((list) => list.length === 0))
    problems.push(problemOf('startersNobody', { path: 'starter' }));
  return problems;
}

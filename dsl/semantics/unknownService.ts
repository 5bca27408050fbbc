import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { DeclarationOf, Word } from "../syntax/index.ts";
import type { Environment, ServiceName } from "./environment.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { closest } from "./suggest.ts";

/** A recommendation whose first words name no service: said around the name of one, misspelt, or never declared. */
export function unknownService(declaration: DeclarationOf<"recommendation">, environment: Environment): Problem {
  const { words, span } = declaration.service;
  const alone = standsAlone(declaration, environment);
  if (alone) return alone;
  const around = wordsAround(words, environment);
  const written = runText(declaration.service);
  if (around) return saidAround(declaration, around);
  const owner = [...environment.services.values()].find(({ items }) =>
    items.some((item) => nameKey(item) === nameKey(written)),
  );
  if (owner) return namesAnItem(declaration, owner);
  const near = closest(
    written,
    [...environment.services.values()].map((service) => service.name),
  );
  const hint = near
    ? `Did you mean \`${near}\`?`
    : `Declare it: \`service ${written}\`, and below it what can be asked for.`;
  return problem("E0303", span, `No service is called \`${written}\`.`, {
    hint,
    fixes: near ? [replace(`Write ${near}`, span, near)] : [],
  });
}

/** `imaging otherwise not addressed if pain` */
function standsAlone(
  { service, relation }: DeclarationOf<"recommendation">,
  { services }: Environment,
): Problem | null {
  const written = runText(service);
  const name = /^(.+) otherwise not addressed$/i.exec(written)?.[1];
  const known = name === undefined ? undefined : services.get(nameKey(name));
  if (known === undefined) return null;
  return problem("E0303", service.span, `Nothing follows \`${known.name} otherwise not addressed\`.`, {
    hint: `It speaks of every request that no other line recommends or excludes. Write \`${relation}\` and its criterion in a line of its own: \`${known.name} ${relation} ...\`.`,
  });
}

interface Around {
  readonly service: ServiceName;
  /** Whether the words around it deny the service. */
  readonly denied: boolean;
}

/** What prose says before or after a service to recommend it; after `not`, to exclude it. */
const recommending =
  /^(?:is|are|be|approve|allow|authorize|recommend|cover|covered|approved|authorized|allowed|recommended|indicated|appropriate|considered|medically|necessary|reasonable|and|the|an?)$/i;

const denying = /^(?:not|never|deny|denied|excluded)$/i;

/** `imaging is covered`, `imaging is not covered`, `recommend imaging` */
function wordsAround(words: readonly Word[], { services }: Environment): Around | null {
  for (const [from] of words.entries())
    for (let to = words.length; to > from; to--) {
      const service = services.get(nameKey(wordsText(words.slice(from, to))));
      const others = [...words.slice(0, from), ...words.slice(to)];
      const denied = others.filter(({ text }) => denying.test(text));
      if (!service || denied.length > 1) continue;
      if (others.every((word) => recommending.test(word.text) || denied.includes(word)))
        return { service, denied: denied.length === 1 };
    }
  return null;
}

function saidAround({ service: run, relation }: DeclarationOf<"recommendation">, { service, denied }: Around): Problem {
  const { name } = service;
  const message = `\`${runText(run)}\` is more than the name of the service.`;
  if (denied && relation !== "if")
    return problem("E0303", run.span, message, {
      hint: `A recommendation reads \`${name} if\`, \`${name} only if\` or \`${name} excluded if\`.`,
    });
  const written = denied ? `${name} excluded` : name;
  return problem("E0303", run.span, message, {
    hint: `Write \`${written} ${relation} ...\`.`,
    fixes: [replace(`Write ${written}`, run.span, written)],
  });
}

/** `MRI of the neck if ...`, where `imaging` holds it */
function namesAnItem({ service: run }: DeclarationOf<"recommendation">, owner: ServiceName): Problem {
  const only = owner.items.length === 1;
  return problem("E0303", run.span, `\`${runText(run)}\` is one of the things asked for under \`${owner.name}\`.`, {
    hint: only
      ? `Recommendations name the service: \`${owner.name} if ...\`.`
      : `Recommendations name the service, \`${owner.name} if ...\`, and hold for all its items. Declare a service of its own for this one if it has criteria of its own.`,
    fixes: only ? [replace(`Write ${owner.name}`, run.span, owner.name)] : [],
  });
}

import type { Expression, Guideline } from "../../../dsl/index.ts";
import { once } from "../../values/index.ts";
import { partsOf } from "./parts.ts";
import { withSubset } from "./subsets.ts";

/** A criterion or a part of one, and the guideline with something else in its stead. */
export interface Place {
  readonly expression: Expression;
  /** The key of the list about whose entries it is, inside `where`; else `null`. */
  readonly list: string | null;
  /** The whole criterion that it is a part of. */
  readonly root: Expression;
  readonly put: (by: Expression) => Guideline;
}

/** Everything that a guideline asks, down to the tests, in the order declared. Assumptions and what is accepted are left out. */
export const placesOf = once((guideline: Guideline): readonly Place[] =>
  rootsOf(guideline).flatMap((root) => below({ ...root, root: root.expression })),
);

function below(place: Place): readonly Place[] {
  const inner = partsOf(place.expression).flatMap(({ expression, list, put }) =>
    below({ expression, list: list ?? place.list, root: place.root, put: (by) => place.put(put(by)) }),
  );
  return [place, ...inner];
}

type Root = Omit<Place, "root">;

function rootsOf(guideline: Guideline): readonly Root[] {
  const { scope, subsets, definitions, tables, recommendations } = guideline;
  return [
    ...(scope === null ? [] : [ofCase(scope, (by) => ({ ...guideline, scope: by }))]),
    ...subsets.map((subset) => ({
      expression: subset.where,
      list: subset.list,
      put: (where: Expression) => withSubset(guideline, subset, where),
    })),
    ...definitions.map((definition, at) =>
      ofCase(definition.criterion, (criterion) => ({
        ...guideline,
        definitions: definitions.with(at, { ...definition, criterion }),
      })),
    ),
    ...tables.flatMap((table, at) =>
      table.rows.map((row, index) =>
        ofCase(row.criterion, (criterion) => ({
          ...guideline,
          tables: tables.with(at, { ...table, rows: table.rows.with(index, { ...row, criterion }) }),
        })),
      ),
    ),
    ...recommendations.flatMap((each, at) => [
      ofCase(each.criterion, (criterion) => ({
        ...guideline,
        recommendations: recommendations.with(at, { ...each, criterion }),
      })),
      ...each.limits.map((limit, index) =>
        ofCase(limit, (by) => ({
          ...guideline,
          recommendations: recommendations.with(at, { ...each, limits: each.limits.with(index, by) }),
        })),
      ),
    ]),
  ];
}

const ofCase = (expression: Expression, put: Root["put"]): Root => ({ expression, list: null, put });

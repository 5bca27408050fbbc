import { z } from "zod";
import { daysOfDate } from "../calendar.ts";
import { type Misfit, misfit } from "../yaml/index.ts";

const full = "^\\d{4}-\\d{2}-\\d{2}$";
const partial = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

/** A date with its day, `2014-04-09`, that the calendar has. */
export const fullDate = date(full, "a date like `2014-04-09`");

/** A date that may leave out the day or the month: `2014-04-09`, `2014-04`, `2014`. */
export const partialDate = date(partial, "a date like `2014-04-09`, `2014-04` or `2014`");

/** A map of which at least one of the named entries is given. */
export function someOf<T extends z.ZodType>(schema: T, names: readonly string[]): T {
  return schema.check((context) => {
    const given = typeof context.value === "object" && context.value !== null ? context.value : {};
    if (!names.some((name) => name in given)) context.issues.push(misfit(context.value, nothingOf(names)));
  });
}

function date(pattern: string, shape: string): z.ZodString {
  const shaped = new RegExp(pattern);
  return z
    .string()
    .check((context) => {
      if (!shaped.test(context.value))
        context.issues.push(misfit(context.value, notADate(context.value, shape, shaped)));
      else if (daysOfDate(context.value) === null)
        context.issues.push(misfit(context.value, notOnCalendar(context.value)));
    })
    .meta({ pattern });
}

function notADate(text: string, shape: string, shaped: RegExp): Misfit {
  return {
    code: "E0614",
    message: `\`${text}\` is not ${shape}.`,
    hint: `Dates are written year-month-day.${guess(text, shaped)}`,
  };
}

function notOnCalendar(text: string): Misfit {
  return { code: "E0614", message: `\`${text}\` is not on the calendar.`, hint: "Check the month and the day." };
}

/** For a date in another order or without its noughts, what it may be meant to say. */
function guess(text: string, shaped: RegExp): string {
  const [, one, other, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (one !== undefined && other !== undefined) {
    const [american, european] = [`${year}-${padded(one)}-${padded(other)}`, `${year}-${padded(other)}-${padded(one)}`];
    if (daysOfDate(american) !== null) return ` \`${american}\` if \`${one}\` is the month.`;
    return daysOfDate(european) === null ? "" : ` Did you mean \`${european}\`?`;
  }
  const [, first, month, day] = /^(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?:T.*)?$/.exec(text) ?? [];
  if (month === undefined) return "";
  const meant = [first, padded(month), ...(day === undefined ? [] : [padded(day)])].join("-");
  return shaped.test(meant) ? ` Did you mean \`${meant}\`?` : " The day is needed here.";
}

function padded(part: string): string {
  return part.padStart(2, "0");
}

function nothingOf(names: readonly string[]): Misfit {
  const words = names.map((name) => `\`${name}\``).join(" or ");
  return { code: "E0610", message: `${words} is needed here.`, hint: "Say at least one of them." };
}

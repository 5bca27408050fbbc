/** One thing that was tested, as JUnit's XML tells it. `failure` is what was wrong, `null` when nothing was. */
export interface JunitCase {
  readonly suite: string;
  readonly name: string;
  readonly failure: string | null;
}

/** The XML that test reporters read; there is no standard, this is the part all of them understand. */
export function junit(cases: readonly JunitCase[]): string {
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="precept" ${counts(cases)}>`,
    ...suites.flatMap(([name, members]) => [
      `  <testsuite name="${escapeXml(name)}" ${counts(members)}>`,
      ...members.map(testcase),
      "  </testsuite>",
    ]),
    "</testsuites>\n",
  ].join("\n");
}

function counts(cases: readonly JunitCase[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ failure }) => failure !== null).length}"`;
}

function testcase({ suite, name, failure }: JunitCase): string {
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`;
  if (failure === null) return `${open}/>`;
  return `${open}><failure message="${escapeXml(failure)}"/></testcase>`;
}

/** XML 1.0 has no way to write most control characters; they become a visible replacement. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

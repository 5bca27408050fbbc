/** Puts the codes of a service's items below each other: `MRI ...    CPT 72141`. */
export function alignCodes(lines: readonly string[]): readonly string[] {
  const split = lines.map(splitAtCode);
  const width = Math.max(0, ...split.map((parts) => (parts ? parts.name.length : 0)));
  return lines.map((line, index) => {
    const parts = split[index];
    return parts ? `${parts.name.padEnd(width)}    ${parts.codes}` : line;
  });
}

function splitAtCode(line: string): { readonly name: string; readonly codes: string } | null {
  const match = /^( {2}\S.*?) +((?:CPT|HCPCS|ICD-10-CM|SNOMED CT|LOINC) +\S.*)$/i.exec(line);
  return match && !/[#"]/.test(match[1] ?? "")
    ? { name: (match[1] ?? "").replace(/,$/, ""), codes: match[2] ?? "" }
    : null;
}

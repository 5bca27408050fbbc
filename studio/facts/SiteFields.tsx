import { NativeSelect } from "@mantine/core";
import { levelNames, type Side, type SiteParts, sides, siteParts } from "../../dsl/index.ts";
import styles from "./facts.module.css";
import { TextValue } from "./TextValue.tsx";
import type { ValueFieldProps } from "./asked.ts";

interface SiteFieldsProps extends ValueFieldProps {
  readonly text: string;
  readonly regions: readonly string[];
}

/** A site of the body by region, side and, in the spine, level. What is said otherwise is edited as it is written. */
export function SiteFields(field: SiteFieldsProps) {
  const { label = "Value", asked, text, regions, change } = field;
  const isNone = asked.orNone && text === "none";
  const parts = text === "" || isNone ? unsaid : siteParts(text, regions);
  if (parts === null) return <TextValue {...field} />;
  const say = (said: Partial<SiteParts>) => change({ kind: "text", text: siteText({ ...parts, ...said }) }, false);
  const levels = levelsFor(parts, regions);
  const name = (part: string) => (label === "Value" ? part : `${label}: ${part.toLowerCase()}`);
  return (
    <div className={styles["site"]}>
      <NativeSelect
        size="xs"
        aria-label={name("Region")}
        data={[
          option("", "region not said"),
          ...regions.map((each) => option(each)),
          ...(asked.orNone ? [option("none")] : []),
        ]}
        value={isNone ? "none" : (parts.region ?? "")}
        onChange={({ currentTarget: { value } }) =>
          value === "none"
            ? change({ kind: "text", text: value }, false)
            : say({ region: value || null, ...kept(parts, value) })
        }
      />
      <NativeSelect
        size="xs"
        aria-label={name("Side")}
        data={[option("", "side not said"), ...sides.map((each) => option(each))]}
        disabled={parts.region === null && parts.level === null}
        value={parts.side ?? ""}
        onChange={({ currentTarget: { value } }) => say({ side: sideNamed(value) })}
      />
      {levels.length === 0 ? null : (
        <NativeSelect
          size="xs"
          aria-label={name("Level")}
          data={[option("", "level not said"), ...levels.map((each) => option(each))]}
          value={parts.level ?? ""}
          onChange={({ currentTarget: { value } }) => say({ level: value || null })}
        />
      )}
    </div>
  );
}

const unsaid: SiteParts = { region: null, side: null, level: null };

const option = (value: string, label = value) => ({ value, label });

const sideNamed = (value: string): Side | null => sides.find((side) => side === value) ?? null;

/** A level stays when the region becomes another that has it too. */
function kept({ side, level }: SiteParts, region: string): Partial<SiteParts> {
  if (region === "") return unsaid;
  return { side, level: level !== null && levelNames(region).includes(level) ? level : null };
}

function levelsFor({ region }: SiteParts, regions: readonly string[]): readonly string[] {
  return region === null ? [...new Set(regions.flatMap(levelNames))] : levelNames(region);
}

/** `left knee`, `lumbar spine L5-S1` */
function siteText({ region, side, level }: SiteParts): string {
  return [side, region, level].filter((part) => part !== null).join(" ");
}

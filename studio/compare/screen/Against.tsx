import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { setQuery } from "../../api/index.ts";
import { useShow, useStudio, useView } from "../../session/index.ts";
import styles from "./compare.module.css";

const saved = "what is saved";

/** Which older version the draft is compared with. */
export function Against() {
  const { workspace } = useStudio();
  const { against } = useView();
  const show = useShow();
  const releases = useQuery(setQuery(workspace.set)).data?.releases ?? [];
  const versions = releases.map(({ version }) => version);
  return (
    <div className={styles["against"]}>
      <span id="compare-against">What is typed, against</span>
      <NativeSelect
        aria-labelledby="compare-against"
        data={[saved, ...versions.map((version) => ({ value: version, label: `release ${version}` }))]}
        value={against ?? saved}
        onChange={({ currentTarget: { value } }) =>
          show({ against: value === saved ? undefined : value, witness: undefined })
        }
      />
      {versions.length === 0 ? <span className={styles["soft"]}>There is no release yet.</span> : null}
    </div>
  );
}

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { setsQuery } from "../api/index.ts";

interface SetFilterProps {
  readonly set: string | undefined;
  readonly choose: (set: string | undefined) => void;
}

export function SetFilter({ set, choose }: SetFilterProps) {
  const sets = useQuery(setsQuery).data?.sets ?? [];
  return (
    <NativeSelect
      label="Guideline set"
      value={set ?? ""}
      data={[{ value: "", label: "Everything" }, ...sets.map(({ name, title }) => ({ value: name, label: title }))]}
      onChange={({ currentTarget: { value } }) => choose(value === "" ? undefined : value)}
    />
  );
}

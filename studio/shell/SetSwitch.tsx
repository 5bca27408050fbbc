import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useActor } from "../access/index.ts";
import { setsQuery } from "../api/index.ts";
import { useShow } from "../session/index.ts";
import styles from "./header.module.css";

/** The open set's title; with several sets, or for who may begin one, a menu to change to another. */
export function SetSwitch({ title }: { readonly title: string }) {
  const sets = useQuery(setsQuery).data?.sets ?? [];
  const show = useShow();
  const { may } = useActor();
  if (sets.length < 2 && !may("author")) return <span className={styles["set"]}>{title}</span>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles["set"] ?? ""} aria-label={`Guideline set ${title}, change`}>
          {title} <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {sets.map((set) => (
          <Menu.Item key={set.name} onClick={() => show({ set: set.name, file: undefined, case: undefined })}>
            {set.title}
          </Menu.Item>
        ))}
        {may("author") ? (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => show({ dialog: "new set" })}>New guideline set</Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

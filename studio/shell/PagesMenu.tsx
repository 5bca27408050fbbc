import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import styles from "./header.module.css";
import { usePlaces } from "./usePlaces.ts";

/** From the text to the pages beside it. */
export function PagesMenu() {
  const navigate = useNavigate();
  const places = usePlaces();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles["brand"] ?? ""} aria-label="Precept, pages">
          Precept <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, words }) => (
          <Menu.Item key={to} onClick={() => void navigate({ to, search: {} })}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

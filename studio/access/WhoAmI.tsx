import { Menu, UnstyledButton } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemText, signOut } from "../api/index.ts";
import styles from "./access.module.css";
import { useActor } from "./actor.ts";

/** Who works here, with which roles, and the ways to their account. At one's own machine there is nothing to say. */
export function WhoAmI() {
  const { id, name, roles, local, may } = useActor();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  if (local || id === null) return null;
  const leave = async () => {
    const outcome = await signOut();
    if (outcome.ok) location.assign("/");
    else setProblem(problemText(outcome.problem));
  };
  return (
    <>
      <Menu position="bottom-end" onOpen={() => setProblem(null)}>
        <Menu.Target>
          <UnstyledButton className={styles["who"] ?? ""} aria-label={`${name}, ${roles.join(", ")}`}>
            <IconUser size={15} aria-hidden /> {name}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{roles.join(", ")}</Menu.Label>
          <Menu.Item onClick={() => void navigate({ to: "/account", search: {} })}>Account</Menu.Item>
          {may("admin") ? (
            <Menu.Item onClick={() => void navigate({ to: "/people", search: {} })}>People</Menu.Item>
          ) : null}
          <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem === null ? null : (
        <p role="alert" className={styles["stays"]}>
          You are still signed in. {problem}
        </p>
      )}
    </>
  );
}

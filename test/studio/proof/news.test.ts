import { expect, it } from "vitest";
import { createNews, withNews } from "../../../studio/worker/proof/news.ts";
import { nothing } from "../../../studio/worker/proof/nothing.ts";

const board = (path: string, title: string) => ({ path, title, text: "", entries: [] });

it("tells of guidelines one by one: those that changed, and those that are gone", () => {
  const news = createNews();
  const first = news({ boards: { a: board("a", "A"), b: board("b", "B") } });
  const same = news({ boards: { a: board("a", "A"), b: board("b", "B") } });
  const second = news({ boards: { b: board("b", "Another") } });
  expect(same).toEqual({});
  expect(second).toEqual({ boards: { a: null, b: board("b", "Another") } });
  const known = withNews(withNews(nothing, first), second);
  expect(known.boards).toEqual({ b: board("b", "Another") });
  expect(withNews(known, { progress: null }).boards).toBe(known.boards);
});

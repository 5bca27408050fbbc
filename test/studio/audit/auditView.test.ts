import { expect, test } from "vitest";
import { readAuditView } from "../../../studio/audit/auditView.ts";

test.each([
  [{}, undefined, undefined],
  [{ set: "knee", before: 12 }, "knee", 12],
  [{ set: "", before: "12" }, undefined, 12],
  [{ set: 3, before: -1 }, undefined, undefined],
  [{ before: "x" }, undefined, undefined],
])("the address %j is read", (search, set, before) => {
  expect(readAuditView(search)).toEqual({ set, before });
});

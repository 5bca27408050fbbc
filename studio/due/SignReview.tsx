import { useQueryClient } from "@tanstack/react-query";
import { type Due, dueQuery, reviewYearly } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";

interface SignReviewProps {
  readonly due: Due;
  readonly close: () => void;
}

/** The yearly review, signed. */
export function SignReview({ due, close }: SignReviewProps) {
  const queries = useQueryClient();
  return (
    <SigningDialog
      title={`${due.title}: reviewed, still right`}
      meaning={`I reviewed release ${due.version} of ${due.title} against its sources, and it is still right.`}
      action="Sign the review"
      reason={{
        label: "What you looked at, if you want to say it",
        placeholder: "The 2026 edition of the source: nothing that concerns these criteria has changed.",
        needed: false,
      }}
      sign={({ reason, credential }) => reviewYearly(due.set, { version: due.version, note: reason, credential })}
      done={(list) => queries.setQueryData(dueQuery.queryKey, list)}
      close={close}
    />
  );
}

export function DraftsPage() {
  return <p>Drafts</p>;
}

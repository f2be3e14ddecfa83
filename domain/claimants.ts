/** Everybody who makes a claim, one after another as they were entered: "Interior ministry; R. Adan" are two. */
export function claimantsOf(claimant: string): string[] {
  const names = claimant.split(/[;؛]/).map((name) => name.trim());
  return [...new Set(names)].filter(Boolean);
}

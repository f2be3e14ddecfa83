/** What stands under every mail: the way to the list, and to the switch that ends these mails. */
export const footOf = (origin: string): string[] => [
  "",
  `All your notifications: ${origin}/notifications`,
  `Choose which of them reach you by e-mail: ${settingsAddress(origin)}`,
];

export const settingsAddress = (origin: string) => `${origin}/notifications/settings`;

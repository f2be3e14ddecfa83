import type { BrowserContext, Page, WebSocketRoute } from "@playwright/test";

/** Stands between pages and the server: while it holds back, nothing that a page sends about a card arrives. */
export async function interruptible(whose: Page | BrowserContext) {
  const open = new Set<WebSocketRoute>();
  const network = {
    holdsBack: false,
    isCut: false,
    /** Nothing goes through, and whoever tries again is turned away, until it is mended. */
    async cut() {
      network.isCut = true;
      await Promise.all([...open].map((socket) => socket.close({ code: 1012 })));
    },
  };
  await whose.routeWebSocket(/\/collab\/claims\//, (socket) => {
    if (network.isCut) return void socket.close({ code: 1012 });
    open.add(socket);
    const server = socket.connectToServer();
    socket.onMessage((frame) => !network.holdsBack && server.send(frame));
  });
  return network;
}

/** Keeps what the server answers to such an address from the page until it is let in. */
export async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const isLetIn = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await isLetIn.promise;
    await route.continue();
  });
  return isLetIn.resolve;
}

/** Keeps a page's channel to its case from being opened until it is let. */
export async function holdChannel(page: Page): Promise<() => void> {
  const isLet = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/live\/cases\//, async (socket) => {
    await isLet.promise;
    socket.connectToServer();
  });
  return isLet.resolve;
}

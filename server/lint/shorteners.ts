/** Well-known services that hide an address behind a short one; their links end when the service does. */
const SHORTENERS = new Set(
  `bit.ly bitly.com buff.ly cutt.ly db.tt dlvr.it fb.me fw.to goo.gl ift.tt is.gd j.mp lnkd.in mol.im nyti.ms ow.ly
  rb.gy rebrand.ly reut.rs s.id shorte.st shorturl.at snip.ly soo.gd t.co t.ly t2m.io tiny.cc tinyurl.com trib.al
  tr.im u.to urlz.fr v.gd wapo.st wp.me x.co yhoo.it`.split(/\s+/),
);

/** Whether an address leads through a shortener, so that nobody can read where it goes. */
export function isShortened(address: string): boolean {
  const host = URL.parse(address.trim())?.hostname.replace(/^www\./, "") ?? "";
  return SHORTENERS.has(host);
}

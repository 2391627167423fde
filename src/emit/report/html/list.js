// A list of which only what can be seen is built: all the rows of a big library would take seconds.
class LazyList {
  static all = [];
  static CHUNK = 60;

  constructor(host, row, heading = () => null) {
    this.host = host;
    this.row = row;
    this.heading = heading;
    this.more = element("button", { type: "button", className: "more", onclick: () => this.grow() });
    // It grows as its end comes near from below. Who jumps to what follows the list has its end above,
    // and growing there would push away what is read.
    this.watcher = new IntersectionObserver(
      (seen) => seen.some((end) => end.isIntersecting && end.boundingClientRect.top > innerHeight / 2) && this.grow(),
      { rootMargin: "600px" },
    );
    LazyList.all.push(this);
  }

  // Sets the items without building any.
  hold(items) {
    this.items = items;
    this.built = 0;
    this.host.replaceChildren();
  }

  show(items) {
    this.hold(items);
    this.grow();
  }

  grow(upTo = this.built + LazyList.CHUNK) {
    this.watcher.disconnect();
    this.more.remove();
    const rows = document.createDocumentFragment();
    for (; this.built < Math.min(upTo, this.items.length); this.built += 1) {
      const item = this.items[this.built];
      const heading = this.heading(item, this.items[this.built - 1]);
      if (heading) rows.append(heading);
      rows.append(this.row(item));
    }
    this.host.append(rows);
    const left = this.items.length - this.built;
    if (left === 0) return;
    this.more.textContent = `Show more (${left} left)`;
    this.host.append(this.more);
    // Anew, since what remains in sight is not reported twice.
    this.watcher.observe(this.more);
  }

  // Builds everything up to an item, unless the item is not in the list.
  reach(item) {
    const at = this.items.indexOf(item);
    if (at >= this.built) this.grow(at + 1);
    return at >= 0;
  }
}

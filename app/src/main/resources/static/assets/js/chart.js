// The drawing of links: one node with its lines stands out when it is reached by pointer, key or touch.
const chart = document.querySelector("[data-chart]");

function letGo() {
  chart.classList.remove("chosen");
  for (const lit of chart.querySelectorAll(".lit")) {
    lit.classList.remove("lit");
  }
}

function choose(node) {
  letGo();
  const key = node.dataset.key;
  chart.classList.add("chosen");
  node.classList.add("lit");
  for (const edge of chart.querySelectorAll(".edge")) {
    const other = edge.dataset.from === key ? edge.dataset.to : edge.dataset.to === key ? edge.dataset.from : null;
    if (other) {
      edge.classList.add("lit");
      chart.querySelector(`.node[data-key="${CSS.escape(other)}"]`)?.classList.add("lit");
    }
  }
}

if (chart) {
  for (const act of ["focusin", "click"]) {
    chart.addEventListener(act, (event) => {
      const node = event.target.closest(".node");
      if (node) {
        choose(node);
      } else {
        letGo();
      }
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      letGo();
    }
  });
}

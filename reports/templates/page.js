// The filter of the requirement table, and for print everything unfolded but the finest figures. Without script the page lacks nothing else.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  var rows = document.querySelectorAll("table.requirements tbody tr");
  function fits(row, name, value) {
    if (value === "") return true;
    var held = row.getAttribute("data-" + name);
    return name === "roles" ? held.split(" ").indexOf(value) >= 0 : held === value;
  }
  var texts = Array.prototype.map.call(rows, function (row) { return row.textContent.toLowerCase(); });
  function apply() {
    var shown = 0;
    var wanted = form.elements.text.value.trim().toLowerCase();
    rows.forEach(function (row, index) {
      row.hidden = !(fits(row, "status", form.elements.status.value) && fits(row, "clause", form.elements.clause.value) &&
                     fits(row, "roles", form.elements.role.value) && texts[index].indexOf(wanted) >= 0);
      if (!row.hidden) shown += 1;
    });
    form.querySelector("output").textContent = shown + " of " + rows.length + " shown";
  }
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(.fine)").forEach(function (fold) { fold.open = true; });
  });
  // A link to a row that the filter hides brings the row back.
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) { form.reset(); apply(); target.scrollIntoView(); }
  });
})();

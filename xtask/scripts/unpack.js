// What a page in one file does to have its program; `boot.js` calls it. The program is LZMA, which no browser unpacks by
// itself, in digits: a tenth smaller with its decoder than gzip, which browsers do unpack, and a quarter than as it was.
(function (digits, ends) {
  // Four bytes are five digits.
  function bytesOf(text) {
    var value = {};
    for (var d = 0; d < 85; d += 1) value[digits.charCodeAt(d)] = d;
    var bytes = new DataView(new ArrayBuffer(text.length / 5 * 4));
    for (var i = 0, at = 0; i < text.length; i += 5, at += 4) {
      var number = 0;
      for (var k = 0; k < 5; k += 1) number = number * 85 + value[text.charCodeAt(i + k)];
      bytes.setUint32(at, number);
    }
    return new Uint8Array(bytes.buffer);
  }

  // LZMA as Igor Pavlov's specification has it; the numbers are places in one table of probabilities.
  function unpacked(packed, size) {
    var lc = packed[0] % 9;
    var rest = (packed[0] - lc) / 9;
    var literalMask = (1 << rest % 5) - 1;
    var placeMask = (1 << (rest - rest % 5) / 5) - 1;
    var odds = new Uint16Array(1846 + 768 * ((literalMask + 1) << lc)).fill(1024);
    var out = new Uint8Array(size);
    var at = 18;
    var code = (packed[14] << 24 | packed[15] << 16 | packed[16] << 8 | packed[17]) >>> 0;
    var range = 4294967295;

    function next(one) {
      if (range < 16777216) {
        range = range * 256;
        code = (code << 8 | packed[at++]) >>> 0;
      }
      return one;
    }
    function bit(i) {
      var bound = (range >>> 11) * odds[i];
      if (code < bound) {
        range = bound;
        odds[i] += 2048 - odds[i] >>> 5;
        return next(0);
      }
      range -= bound;
      code -= bound;
      odds[i] -= odds[i] >>> 5;
      return next(1);
    }
    function tree(from, bits) {
      for (var m = 1, i = 0; i < bits; i += 1) m = m << 1 | bit(from + m);
      return m - (1 << bits);
    }
    function reverse(from, bits) {
      for (var m = 1, found = 0, i = 0; i < bits; i += 1) {
        var b = bit(from + m);
        m = m << 1 | b;
        found += b << i;
      }
      return found;
    }
    function length(from, place) {
      if (!bit(from)) return tree(from + 2 + place * 8, 3);
      if (!bit(from + 1)) return 8 + tree(from + 130 + place * 8, 3);
      return 16 + tree(from + 258, 8);
    }

    var far = [0, 0, 0, 0];
    var state = 0;
    for (var n = 0; n < size;) {
      var place = n & placeMask;
      if (!bit(state * 16 + place)) {
        var from = 1846 + 768 * (((n & literalMask) << lc) + ((n ? out[n - 1] : 0) >> 8 - lc));
        var m = 1;
        if (state > 6) {
          var like = out[n - far[0] - 1];
          do {
            like <<= 1;
            var expected = like >> 8 & 1;
            var b = bit(from + 256 + expected * 256 + m);
            m = m << 1 | b;
          } while (b === expected && m < 256);
        }
        while (m < 256) m = m << 1 | bit(from + m);
        out[n++] = m;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      var count;
      if (bit(192 + state)) {
        var nth = !bit(204 + state) ? 0 : !bit(216 + state) ? 1 : !bit(228 + state) ? 2 : 3;
        if (!nth && !bit(240 + state * 16 + place)) {
          state = state < 7 ? 9 : 11;
          out[n] = out[n - far[0] - 1];
          n += 1;
          continue;
        }
        far.unshift(far.splice(nth, 1)[0]);
        count = length(1332, place);
        state = state < 7 ? 8 : 11;
      } else {
        count = length(818, place);
        state = state < 7 ? 7 : 10;
        var slot = tree(432 + Math.min(count, 3) * 64, 6);
        var distance = slot;
        if (slot > 3) {
          var bits = (slot >> 1) - 1;
          distance = (2 | slot & 1) * Math.pow(2, bits);
          if (slot < 14) {
            distance += reverse(687 + distance - slot, bits);
          } else {
            for (var high = 0; bits > 4; bits -= 1) {
              range = Math.floor(range / 2);
              var isOne = code >= range;
              if (isOne) code -= range;
              high = high * 2 + next(isOne ? 1 : 0);
            }
            distance += high * 16 + reverse(802, 4);
          }
        }
        far.unshift(distance);
        far.pop();
      }
      for (count += 2; count > 0; count -= 1, n += 1) out[n] = out[n - far[0] - 1];
    }
    return out;
  }

  window.gsiProgram = function () {
    var text = document.getElementById('program').textContent;
    var all = unpacked(bytesOf(text), ends[ends.length - 1]);
    window.gsiParts = ends.slice(1).map(function (end, i) { return all.subarray(ends[i], end); });
    var script = document.createElement('script');
    script.textContent = new TextDecoder().decode(all.subarray(0, ends[0]));
    document.head.appendChild(script);
    return window.gsiTimeline();
  };
})

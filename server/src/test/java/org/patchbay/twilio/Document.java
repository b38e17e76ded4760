package org.patchbay.twilio;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// TwiML as Twilio reads it, by the JDK's own parser and not by the library that wrote it.
record Document(Element root) {

    static Document of(String twiml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Document(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(twiml)))
                    .getDocumentElement());
        } catch (Exception notWellFormed) {
            throw new AssertionError(twiml, notWellFormed);
        }
    }

    /// The names of the verbs, in order.
    List<String> verbs() {
        return children(root).stream().map(Element::getTagName).toList();
    }

    /// The only element of that name, wherever it is.
    Element only(String name) {
        NodeList found = root.getElementsByTagName(name);
        if (found.getLength() != 1) {
            throw new AssertionError(found.getLength() + " of " + name);
        }
        return (Element) found.item(0);
    }

    Map<String, String> attributes(String name) {
        Map<String, String> attributes = new TreeMap<>();
        var all = only(name).getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        return attributes;
    }

    String text(String name) {
        return only(name).getTextContent();
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
